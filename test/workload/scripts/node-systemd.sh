#!/bin/bash
. ~/.nvm/nvm.sh
nvm install 16.20.0
cat <<'EOF' > /home/ec2-user/app.js
const express = require('express');
const app = express();
app.get('/', (req, res) => res.send('ok'));
app.listen(8080, () => console.log('up'));
EOF
cd /home/ec2-user && npm install express
cat <<EOF > /etc/systemd/system/app.service
[Unit]
Description=app
[Service]
ExecStart=/usr/bin/node /home/ec2-user/app.js
Restart=always
EOF
systemctl enable --now app
