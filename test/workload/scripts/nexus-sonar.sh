#!/bin/bash
apt-get install -y openjdk-8-jdk
wget https://download.sonatype.com/nexus/3/nexus-3.62.0-01-unix.tar.gz -O /tmp/nexus.tar.gz
tar xf /tmp/nexus.tar.gz -C /opt
useradd nexus
cat > /etc/systemd/system/nexus.service <<EOF
[Service]
ExecStart=/opt/nexus/bin/nexus start
EOF
systemctl enable --now nexus
