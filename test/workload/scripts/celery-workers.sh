#!/bin/bash
apt-get install -y supervisor python3.10
pip3 install "celery[redis]==5.3.6" flask==2.3.3 uwsgi
cat > /etc/supervisor/conf.d/shop.conf <<'EOF'
[program:web]
command=/usr/local/bin/uwsgi --http :9090 --wsgi-file /srv/shop/wsgi.py
[program:worker]
command=/usr/local/bin/celery -A shop worker -l info
environment=BROKER_URL="redis://:Sup3rS3cret@shop-cache.abc123.0001.euw1.cache.amazonaws.com:6379/0"
EOF
supervisorctl reread && supervisorctl update
