#!/bin/bash
yum update -y
yum install -y docker
service docker start
usermod -a -G docker ec2-user
aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin 111122223333.dkr.ecr.eu-west-1.amazonaws.com
docker run -d --restart always --name web -p 80:3000 -e NODE_ENV=production 111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:1.4.2
docker run -d --name cache -p 127.0.0.1:6379:6379 redis:6.2-alpine redis-server --appendonly yes
