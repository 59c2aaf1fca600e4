#!/bin/bash
apt-get install -y apache2 php8.1-fpm nginx
systemctl disable --now apache2
apt-get purge -y apache2
systemctl enable --now nginx
