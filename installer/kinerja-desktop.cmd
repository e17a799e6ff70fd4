@echo off
rem Baris perintah Kinerja Desktop: kinerja-desktop periksa
"%~dp0runtime\python.exe" "%~dp0launch.py" %*
exit /b %ERRORLEVEL%
