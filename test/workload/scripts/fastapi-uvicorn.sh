#!/bin/bash
dnf install -y python3.11 python3.11-pip
python3.11 -m pip install fastapi uvicorn[standard]
cat > /opt/main.py <<'EOF'
from fastapi import FastAPI
app = FastAPI()
EOF
cd /opt && nohup uvicorn main:app --host 0.0.0.0 --port 8500 &
