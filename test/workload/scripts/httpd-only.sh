#!/bin/bash
# Use this for your user data
yum update -y
yum install -y httpd php php-mysqlnd
systemctl start httpd
systemctl enable httpd
echo "<h1>Hello from $(hostname -f)</h1>" > /var/www/html/index.html
