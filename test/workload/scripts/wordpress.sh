#!/bin/bash -xe
dnf install -y httpd wget php-fpm php-mysqli php-json php php-devel mariadb105 
systemctl enable --now httpd
cd /tmp
wget https://wordpress.org/latest.tar.gz
tar -xzf latest.tar.gz
cp -r wordpress/* /var/www/html/
cp /var/www/html/wp-config-sample.php /var/www/html/wp-config.php
sed -i "s/database_name_here/wordpress/; s/username_here/wp/; s/password_here/W0rdPr3ss!/; s/localhost/wp-db.c1abcdefgh.eu-west-1.rds.amazonaws.com/" /var/www/html/wp-config.php
mkdir -p /var/www/html/wp-content/uploads
chown -R apache:apache /var/www/html
mount -t efs fs-0a1b2c3d:/ /var/www/html/wp-content/uploads
systemctl restart httpd
