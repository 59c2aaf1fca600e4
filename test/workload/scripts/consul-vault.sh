#!/bin/bash
apt-get install -y unzip
wget https://releases.hashicorp.com/consul/1.16.1/consul_1.16.1_linux_amd64.zip
wget https://releases.hashicorp.com/vault/1.14.2/vault_1.14.2_linux_amd64.zip
unzip consul_1.16.1_linux_amd64.zip -d /usr/local/bin
cat > /etc/systemd/system/consul.service <<EOF
[Service]
ExecStart=/usr/local/bin/consul agent -server -ui -client=0.0.0.0 -data-dir=/opt/consul
EOF
cat > /etc/systemd/system/vault.service <<EOF
[Service]
ExecStart=/usr/local/bin/vault server -config=/etc/vault.d/vault.hcl
EOF
systemctl enable --now consul vault
