#!/bin/bash
echo "deb https://debian.cassandra.apache.org 41x main" > /etc/apt/sources.list.d/cassandra.list
apt-get update && apt-get install -y openjdk-11-jdk cassandra
sed -i "s/^listen_address:.*/listen_address: $(hostname -I)/" /etc/cassandra/cassandra.yaml
systemctl enable --now cassandra
