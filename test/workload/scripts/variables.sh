#!/bin/bash
WEB="nginx"
PACKAGES=("$WEB" "memcached")
INSTALL_REDIS="false"
INSTALL_MONGO=true
install_all() {
  local manager=$1
  shift
  $manager install -y "$@"
}
install_all apt-get "${PACKAGES[@]}"
if [ "$INSTALL_REDIS" = "true" ]; then
  apt-get install -y redis-server
fi
if [[ "$INSTALL_MONGO" == true ]]; then
  apt-get install -y mongodb-org=6.0.12
fi
for service in nginx memcached mongod; do
  systemctl enable "$service"
done
HTTP_PORT=8088
tee /etc/nginx/conf.d/site.conf > /dev/null <<CONF
server { listen ${HTTP_PORT}; root /srv/www; }
CONF
