#!/bin/bash
wget -q https://go.dev/dl/go1.21.5.linux-amd64.tar.gz
tar -C /usr/local -xzf go1.21.5.linux-amd64.tar.gz
export PATH=$PATH:/usr/local/go/bin
git clone https://github.com/example/gateway /opt/gateway
cd /opt/gateway && go build -o gateway ./cmd/gateway
cat > /etc/systemd/system/gateway.service <<EOF
[Service]
ExecStart=/opt/gateway/gateway --listen :7070
EOF
systemctl enable --now gateway
