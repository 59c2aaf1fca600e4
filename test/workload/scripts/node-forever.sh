#!/bin/bash
apt install -y nodejs npm
npm i -g forever
cd /srv/chat && npm install
forever start -c "node" server.js --port 5050
iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-port 5050
