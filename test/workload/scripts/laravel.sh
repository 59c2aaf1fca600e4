#!/bin/bash
add-apt-repository -y ppa:ondrej/php
apt-get update
apt-get install -y nginx php8.2-fpm php8.2-mysql php8.2-mbstring php8.2-xml unzip mysql-client
curl -sS https://getcomposer.org/installer | php -- --install-dir=/usr/local/bin --filename=composer
cd /var/www && git clone https://github.com/example/crm.git && cd crm
composer install --no-dev --optimize-autoloader
cat > .env <<EOF
APP_ENV=production
DB_HOST=crm.c1abcdefgh.us-east-1.rds.amazonaws.com
DB_PORT=3306
SESSION_DRIVER=file
FILESYSTEM_DISK=local
QUEUE_CONNECTION=redis
REDIS_HOST=crm-cache.abc123.0001.use1.cache.amazonaws.com
EOF
php artisan migrate --force
cat > /etc/supervisor/conf.d/worker.conf <<EOF
[program:worker]
command=php /var/www/crm/artisan queue:work redis --sleep=3
autostart=true
EOF
apt-get install -y supervisor
(crontab -l 2>/dev/null; echo "* * * * * cd /var/www/crm && php artisan schedule:run >> /dev/null 2>&1") | crontab -
cat > /etc/nginx/sites-available/default <<'EOF'
server {
    listen 80;
    root /var/www/crm/public;
    location ~ \.php$ { fastcgi_pass unix:/var/run/php/php8.2-fpm.sock; }
}
EOF
service nginx reload
