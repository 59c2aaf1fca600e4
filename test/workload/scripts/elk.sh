#!/bin/bash
wget -qO - https://artifacts.elastic.co/GPG-KEY-elasticsearch | apt-key add -
echo "deb https://artifacts.elastic.co/packages/7.x/apt stable main" | tee /etc/apt/sources.list.d/elastic-7.x.list
apt-get update && apt-get install -y elasticsearch=7.17.9 kibana=7.17.9 logstash
echo "network.host: 0.0.0.0" >> /etc/elasticsearch/elasticsearch.yml
echo "http.port: 9200" >> /etc/elasticsearch/elasticsearch.yml
echo 'server.host: "0.0.0.0"' >> /etc/kibana/kibana.yml
cat > /etc/logstash/conf.d/beats.conf <<EOF
input { beats { port => 5044 } }
output { elasticsearch { hosts => ["http://localhost:9200"] } }
EOF
systemctl enable --now elasticsearch kibana logstash
