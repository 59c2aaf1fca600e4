#!/bin/bash
mkdir -p /srv/www && cd /srv/www
echo hello > index.html
nohup python3 -m http.server 8000 &
