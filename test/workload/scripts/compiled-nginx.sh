#!/bin/bash
yum groupinstall -y "Development Tools"
yum install -y pcre-devel zlib-devel openssl-devel
wget http://nginx.org/download/nginx-1.18.0.tar.gz
tar zxf nginx-1.18.0.tar.gz && cd nginx-1.18.0
./configure --prefix=/usr/local/nginx && make && make install
/usr/local/nginx/sbin/nginx
