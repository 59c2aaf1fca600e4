#!/bin/bash
yum install -y iptables-services
sysctl -w net.ipv4.ip_forward=1
iptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE
service iptables save
