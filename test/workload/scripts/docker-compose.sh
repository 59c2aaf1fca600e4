#!/bin/bash
curl -fsSL https://get.docker.com -o get-docker.sh
sh get-docker.sh
curl -L "https://github.com/docker/compose/releases/download/v2.24.0/docker-compose-$(uname -s)-$(uname -m)" -o /usr/local/bin/docker-compose
chmod +x /usr/local/bin/docker-compose
mkdir -p /opt/shop
cat > /opt/shop/docker-compose.yml <<'YAML'
version: "3.8"
services:
  proxy:
    image: nginx:1.25-alpine
    ports:
      - "80:80"
      - "443:443"
  app:
    image: registry.example.com/shop/app:42
    environment:
      - DATABASE_URL=postgres://shop:s3cr3tpw@db:5432/shop
    depends_on: [db, mq]
  db:
    image: postgres:15
    volumes:
      - /data/pg:/var/lib/postgresql/data
  mq:
    image: rabbitmq:3.12-management
    ports:
      - target: 15672
        published: 15672
YAML
cd /opt/shop && docker-compose up -d
