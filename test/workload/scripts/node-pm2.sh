#!/bin/bash
curl -sL https://rpm.nodesource.com/setup_18.x | bash -
yum install -y nodejs git
npm install -g pm2
git clone https://deploy:t0ken-canary-42@git.example.com/shop/api.git /opt/api
cd /opt/api
npm ci --production
PORT=4000 pm2 start dist/server.js -i max --name api
pm2 startup systemd -u ec2-user
pm2 save
