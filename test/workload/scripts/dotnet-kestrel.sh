#!/bin/bash
rpm -Uvh https://packages.microsoft.com/config/centos/7/packages-microsoft-prod.rpm
yum install -y aspnetcore-runtime-6.0
aws s3 cp s3://shop-artifacts/Shop.Web.zip /tmp/ && unzip -o /tmp/Shop.Web.zip -d /var/www/shop
cat > /etc/systemd/system/kestrel-shop.service <<EOF
[Service]
WorkingDirectory=/var/www/shop
ExecStart=/usr/bin/dotnet /var/www/shop/Shop.Web.dll
Environment=ASPNETCORE_ENVIRONMENT=Production
Environment=ASPNETCORE_URLS=http://0.0.0.0:5000
EOF
systemctl enable --now kestrel-shop
