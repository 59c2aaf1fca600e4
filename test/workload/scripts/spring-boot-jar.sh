#!/bin/bash
yum install -y java-17-amazon-corretto
aws s3 cp s3://shop-artifacts/orders-1.4.2.jar /opt/app/app.jar
export SPRING_DATASOURCE_URL=jdbc:postgresql://orders.c1abcdefgh.eu-west-1.rds.amazonaws.com:5432/orders
export SPRING_DATASOURCE_PASSWORD=$(aws secretsmanager get-secret-value --secret-id prod/orders --query SecretString --output text)
nohup java -Xmx1g -jar /opt/app/app.jar --server.port=8081 --spring.profiles.active=prod > /var/log/app.log 2>&1 &
