#!/bin/bash
apt-get update && apt-get install -y openjdk-11-jre-headless
KAFKA_VERSION="3.5.1"
SCALA_VERSION="2.13"
wget https://archive.apache.org/dist/kafka/${KAFKA_VERSION}/kafka_${SCALA_VERSION}-${KAFKA_VERSION}.tgz -O /tmp/kafka.tgz
mkdir -p /opt/kafka && tar xzf /tmp/kafka.tgz -C /opt/kafka --strip 1
cat > /opt/kafka/config/server.properties <<EOF
broker.id=1
listeners=PLAINTEXT://0.0.0.0:9092
zookeeper.connect=10.0.1.10:2181,10.0.2.10:2181
log.dirs=/data/kafka
EOF
nohup /opt/kafka/bin/kafka-server-start.sh /opt/kafka/config/server.properties &
