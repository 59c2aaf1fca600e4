#!/bin/bash
rpm -Uvh https://dev.mysql.com/get/mysql80-community-release-el7-7.noarch.rpm
yum install -y mysql-community-server
systemctl enable --now mysqld
mysql -uroot -pTemp123! -e "CREATE DATABASE shop"
