#!/bin/bash
set -o errexit
readonly ES_VERSION=8.11.1
rpm --import https://artifacts.elastic.co/GPG-KEY-elasticsearch
cat >/etc/yum.repos.d/elasticsearch.repo <<EOF
[elasticsearch]
name=Elasticsearch repository for 8.x packages
baseurl=https://artifacts.elastic.co/packages/8.x/yum
EOF
yum install -y --enablerepo=elasticsearch elasticsearch-${ES_VERSION}
yum -y install filebeat metricbeat
/usr/share/elasticsearch/bin/elasticsearch-plugin install discovery-ec2
systemctl enable elasticsearch.service && systemctl start elasticsearch.service
