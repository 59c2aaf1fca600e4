#!/bin/bash
yum install -y postgresql mysql mariadb redis-cli telnet httpd-tools openldap-clients bind-utils rabbitmq-c
dnf install -y postgresql15 nginx-filesystem
