#!/bin/bash
cat > /usr/local/bin/setup-app.sh <<'OUTER'
#!/bin/bash
sudo bash -c "apt-get install -y haproxy"
sudo -u postgres bash <<INNER
createdb shop
INNER
cat > /etc/haproxy/haproxy.cfg <<'CFG'
frontend f
  bind :8443
CFG
OUTER
chmod +x /usr/local/bin/setup-app.sh
/usr/local/bin/setup-app.sh
echo IyEvYmluL2Jhc2gKYXB0LWdldCBpbnN0YWxsIC15IG1lbWNhY2hlZAo= | base64 -d | bash
