#!/bin/sh
yum -y install memcached redis6
sed -i 's/^bind 127.0.0.1.*/bind 0.0.0.0/' /etc/redis6/redis6.conf
sed -i 's/^port 6379/port 6380/' /etc/redis6/redis6.conf
echo 'PORT="11212"' > /etc/sysconfig/memcached
systemctl enable --now memcached redis6
