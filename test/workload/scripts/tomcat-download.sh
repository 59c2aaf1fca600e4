#!/bin/bash
TOMCAT_VERSION=9.0.85
yum install -y java-11-amazon-corretto-headless
cd /opt
curl -fsSLO "https://archive.apache.org/dist/tomcat/tomcat-9/v${TOMCAT_VERSION}/bin/apache-tomcat-${TOMCAT_VERSION}.tar.gz"
tar xzf apache-tomcat-${TOMCAT_VERSION}.tar.gz && mv apache-tomcat-${TOMCAT_VERSION} tomcat
cat > /etc/systemd/system/tomcat.service <<EOF
[Unit]
Description=Tomcat
After=network.target

[Service]
Type=forking
Environment=CATALINA_HOME=/opt/tomcat
ExecStart=/opt/tomcat/bin/startup.sh
ExecStop=/opt/tomcat/bin/shutdown.sh
User=tomcat

[Install]
WantedBy=multi-user.target
EOF
sed -i 's/port="8080"/port="8090"/' /opt/tomcat/conf/server.xml
aws s3 cp s3://shop-artifacts/releases/shop.war /opt/tomcat/webapps/ROOT.war
systemctl daemon-reload
systemctl enable --now tomcat
