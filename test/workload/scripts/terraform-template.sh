#!/bin/bash
yum install -y %{ if use_nginx }nginx%{ endif } java-1.8.0-openjdk
cat > /etc/app.env <<EOF
DB_HOST=${db_host}
DB_PASSWORD=${db_password}
REGION=${AWS::Region}
EOF
%{ for p in extra_packages ~}
yum install -y ${p}
%{ endfor ~}
java -jar /opt/app/billing.jar --server.port=${app_port} &
systemctl enable nginx
