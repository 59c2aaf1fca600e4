#!/bin/bash
apt-get update -y
apt-get install -y python3-pip python3-venv nginx libpq-dev
git clone https://github.com/example/shop.git /srv/shop
cd /srv/shop
python3 -m venv venv
source venv/bin/activate
pip install -r requirements.txt
pip install django==4.2.9 gunicorn psycopg2-binary redis
python manage.py migrate --noinput
python manage.py collectstatic --noinput
cat > /etc/systemd/system/gunicorn.service <<'EOF'
[Unit]
Description=gunicorn daemon
[Service]
User=ubuntu
WorkingDirectory=/srv/shop
Environment="DATABASE_URL=postgres://shop:${DB_PASSWORD}@shop-db.internal.example.com:5432/shop"
ExecStart=/srv/shop/venv/bin/gunicorn --workers 3 --bind 127.0.0.1:8001 shop.wsgi:application
[Install]
WantedBy=multi-user.target
EOF
cat > /etc/nginx/sites-available/shop <<'EOF'
server {
    listen 80;
    server_name shop.example.com;
    location /static/ { alias /srv/shop/static/; }
    location / {
        proxy_pass http://127.0.0.1:8001;
        proxy_set_header Host $host;
    }
}
EOF
ln -s /etc/nginx/sites-available/shop /etc/nginx/sites-enabled/
systemctl daemon-reload
systemctl enable --now gunicorn
systemctl restart nginx
