#!/bin/bash
apt-get update
apt-get install -y fail2ban openvpn
sed -i 's/^#*PasswordAuthentication.*/PasswordAuthentication no/' /etc/ssh/sshd_config
systemctl restart sshd
systemctl enable --now fail2ban
