#!/bin/bash
apt-get update
apt-get install -y build-essential libssl-dev libpq-dev nginx redis-server
su - deploy -c 'git clone https://github.com/rbenv/rbenv.git ~/.rbenv && ~/.rbenv/bin/rbenv install 3.2.2 && ~/.rbenv/bin/rbenv global 3.2.2'
gem install bundler rails -v 7.0.8
cd /srv/app
bundle install --deployment
RAILS_ENV=production bundle exec rails db:migrate
cat > /etc/systemd/system/puma.service <<UNIT
[Service]
ExecStart=/usr/local/bin/bundle exec puma -b tcp://0.0.0.0:3000 -e production
UNIT
cat > /etc/systemd/system/sidekiq.service <<UNIT
[Service]
Environment=REDIS_URL=redis://localhost:6379/0
ExecStart=/usr/local/bin/bundle exec sidekiq -e production
UNIT
systemctl enable --now puma sidekiq
cat > /etc/nginx/conf.d/app.conf <<'NGINX'
upstream puma { server 127.0.0.1:3000; }
server {
  listen 80 default_server;
  location / { proxy_pass http://puma; }
}
NGINX
systemctl restart nginx
