/**
 * The boot scripts of the sample shop, as such scripts are: everything installed at boot, secrets in plain text (invented ones),
 * uploads and sessions on the local disk, jobs in cron.
 */
export const WEB = `#!/bin/bash
# larkspur web bootstrap - last touched by jo, 2021-03
set -ex
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y nginx git build-essential imagemagick
curl -fsSL https://deb.nodesource.com/setup_14.x | bash -
apt-get install -y nodejs
npm install -g pm2@5.1.0

mkdir -p /srv/shop /var/www/uploads /var/lib/shop/sessions
git clone --branch production https://git.larkspurbooks.example/shop.git /srv/shop
cd /srv/shop
npm ci --production
npm run build

cat > /srv/shop/.env <<'ENV'
NODE_ENV=production
PORT=3000
DB_HOST=10.20.0.20
DB_PORT=3306
DB_NAME=larkspur
DB_USER=shop
DB_PASSWORD=not-a-real-Pa55word-larkspur
SESSION_STORE=file
SESSION_DIR=/var/lib/shop/sessions
UPLOAD_DIR=/var/www/uploads
REDIS_URL=redis://10.20.0.20:6379/0
SMTP_HOST=smtp.example.com
ENV

cat > /etc/nginx/sites-available/default <<'NGINX'
server {
  listen 80 default_server;
  client_max_body_size 20m;
  location /uploads/ { alias /var/www/uploads/; }
  location /static/  { root /srv/shop/public; }
  location /         { proxy_pass http://127.0.0.1:3000; }
}
NGINX
systemctl enable nginx
systemctl restart nginx

pm2 start /srv/shop/server.js --name shop -i 2
pm2 startup systemd -u root --hp /root
pm2 save

# thumbnails and clean-up, every night
cat > /etc/cron.d/shop <<'CRON'
15 2 * * * root cd /srv/shop && node jobs/thumbnails.js >> /var/log/shop-jobs.log 2>&1
0 4 * * 0 root find /var/lib/shop/sessions -mtime +14 -delete
CRON
`;

export const SHOP_AND_DATABASE = `#!/bin/bash
# the original box: shop back office + database + cache on one machine
set -e
apt-get update
apt-get install -y mysql-server-5.7 redis-server nginx git
curl -fsSL https://deb.nodesource.com/setup_14.x | bash -
apt-get install -y nodejs

# data volume
mkfs -t ext4 /dev/xvdf || true
mkdir -p /data/mysql /data/backups
mount /dev/xvdf /data
echo '/dev/xvdf /data ext4 defaults,nofail 0 2' >> /etc/fstab

sed -i 's/^bind-address.*/bind-address = 0.0.0.0/' /etc/mysql/mysql.conf.d/mysqld.cnf
sed -i 's#^datadir.*#datadir = /data/mysql#' /etc/mysql/mysql.conf.d/mysqld.cnf
systemctl restart mysql
mysql -e "CREATE DATABASE IF NOT EXISTS larkspur"
mysql -e "GRANT ALL ON larkspur.* TO 'shop'@'%' IDENTIFIED BY 'not-a-real-Pa55word-larkspur'"

sed -i 's/^bind .*/bind 0.0.0.0/' /etc/redis/redis.conf
systemctl restart redis-server

git clone https://git.larkspurbooks.example/backoffice.git /srv/backoffice
cd /srv/backoffice && npm ci --production
cat > /etc/systemd/system/backoffice.service <<'UNIT'
[Unit]
Description=Larkspur back office
After=mysql.service
[Service]
Environment=PORT=3001
Environment=DATABASE_URL=mysql://shop:not-a-real-Pa55word-larkspur@127.0.0.1:3306/larkspur
ExecStart=/usr/bin/node /srv/backoffice/index.js
Restart=always
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --now backoffice

# nightly dump, kept on the same disk
echo '30 1 * * * root mysqldump larkspur | gzip > /data/backups/larkspur-$(date +\\%a).sql.gz' > /etc/cron.d/backup
`;

export const WORKER = `#!/bin/bash
yum update -y
amazon-linux-extras install -y python3.8
yum install -y git cronie
python3.8 -m pip install celery==4.4.7 redis==3.5.3 pymysql==0.10.1
git clone https://git.larkspurbooks.example/worker.git /opt/worker
cat > /etc/sysconfig/worker <<'ENV'
BROKER_URL=redis://10.20.0.20:6379/1
DB_HOST=10.20.0.20
DB_USER=shop
DB_PASSWORD=not-a-real-Pa55word-larkspur
FEED_BUCKET=s3://larkspur-publisher-feeds
ENV
cd /opt/worker && celery -A worker multi start 2 --logfile=/var/log/celery-%n.log
echo '0 3 * * * root cd /opt/worker && python3.8 import_feeds.py' > /etc/cron.d/feeds
echo '0 6 1 * * root cd /opt/worker && python3.8 invoices.py' >> /etc/cron.d/feeds
`;

export const BASTION = `#!/bin/bash
yum install -y fail2ban mysql
echo 'PasswordAuthentication yes' >> /etc/ssh/sshd_config
systemctl restart sshd
`;
