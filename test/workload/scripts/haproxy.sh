#!/bin/bash
apt-get install -y haproxy keepalived
cat > /etc/haproxy/haproxy.cfg <<EOF
global
    maxconn 2000
defaults
    mode http
frontend web
    bind *:80
    bind *:443 ssl crt /etc/ssl/site.pem
    default_backend apps
backend apps
    server app1 10.0.11.5:8080 check
    server app2 10.0.12.5:8080 check
listen stats
    bind *:8404
EOF
systemctl restart haproxy
