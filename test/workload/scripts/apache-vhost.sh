#!/bin/bash
dnf module enable -y php:8.1
dnf install -y httpd php php-fpm
cat > /etc/httpd/conf.d/shop.conf <<'EOF'
Listen 8080
<VirtualHost *:8080>
  ServerName shop.example.com
  ProxyPass /api http://10.0.5.20:8000/
  ProxyPass /admin http://localhost:9999/
</VirtualHost>
EOF
systemctl enable --now httpd php-fpm
