#!/bin/bash
PROM=2.47.0
NODE=1.6.1
useradd --no-create-home prometheus
cd /tmp
wget -q https://github.com/prometheus/prometheus/releases/download/v${PROM}/prometheus-${PROM}.linux-amd64.tar.gz
tar xf prometheus-${PROM}.linux-amd64.tar.gz
wget -q https://github.com/prometheus/node_exporter/releases/download/v${NODE}/node_exporter-${NODE}.linux-amd64.tar.gz
tar xf node_exporter-${NODE}.linux-amd64.tar.gz && cp node_exporter-*/node_exporter /usr/local/bin/
cat > /etc/systemd/system/node_exporter.service <<EOF
[Service]
ExecStart=/usr/local/bin/node_exporter
EOF
cat > /etc/systemd/system/prometheus.service <<EOF
[Service]
ExecStart=/usr/local/bin/prometheus --config.file=/etc/prometheus/prometheus.yml \\
  --web.listen-address=0.0.0.0:9090
EOF
cat > /etc/yum.repos.d/grafana.repo <<EOF
[grafana]
baseurl=https://rpm.grafana.com
gpgkey=https://rpm.grafana.com/gpg.key
EOF
yum install -y grafana
systemctl enable --now prometheus node_exporter grafana-server
