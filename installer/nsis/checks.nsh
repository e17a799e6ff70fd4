; When the installer refuses. Nothing has been changed by then, except what Recover puts right.

Function CheckWindows
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro Stop "" 4 "${T_WINDOWS}"
  ${EndIf}
  ReadRegStr $R0 HKLM "SOFTWARE\Microsoft\Windows NT\CurrentVersion" "CurrentBuildNumber"
  ${If} $R0 < 17763 ; 1809
    !insertmacro Stop "" 4 "${T_WINDOWS}"
  ${EndIf}
FunctionEnd

!macro CheckFunctions UN
; One installation, removal or way back at a time. Windows drops the mutex with the process that
; holds it, however that ended, so a crash locks nobody out.
Function ${UN}TakeMutex
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "${MUTEX}") p .R0 ?e'
  Pop $R1
  ; 183: it is there already; handle 0: another user's, which may not even be opened
  ${If} $R1 = 183
  ${OrIf} $R0 P= 0
    !insertmacro Stop "${UN}" 6 "${T_BUSY}"
  ${EndIf}
FunctionEnd

; $R7 = 1 while the program runs: Windows opens no running exe for writing (32, sharing violation).
; Any other error is no sign of that: a folder without write access is refused when it is written to.
Function ${UN}IsRunning
  StrCpy $R7 0
  !insertmacro LookForRunning "pythonw.exe"
  !insertmacro LookForRunning "python.exe"
FunctionEnd

; Refuses while the program runs: silently with exit code 2, else asks until it is closed.
Function ${UN}AskToClose
  again:
  Call ${UN}IsRunning
  ${If} $R7 = 0
    Return
  ${EndIf}
  ${IfNot} ${Silent}
    MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION "${T_RUNNING}" IDOK again
  ${EndIf}
  Call ${UN}DropNew
  SetErrorLevel 2
  Quit
FunctionEnd

; The same when the program itself began this: it is closing, so it gets a minute.
Function ${UN}WaitForClose
  ${If} $Mode == ""
    Call ${UN}AskToClose
    Return
  ${EndIf}
  DetailPrint "${T_WAITING}"
  StrCpy $R6 0
  again:
  Call ${UN}IsRunning
  ${If} $R7 = 0
    Return
  ${EndIf}
  ${If} $R6 >= 120
    Call ${UN}DropNew
    !insertmacro Stop "${UN}" 2 "${T_STILL_RUNNING}"
  ${EndIf}
  IntOp $R6 $R6 + 1
  Sleep 500
  Goto again
FunctionEnd
!macroend

!macro LookForRunning EXE
  ${If} ${FileExists} "$INSTDIR\program\runtime\${EXE}"
    ; GENERIC_WRITE, sharing everything, only if it exists
    System::Call 'kernel32::CreateFileW(w "$INSTDIR\program\runtime\${EXE}", i 0x40000000, i 7, p 0, i 3, i 0, p 0) p .R0 ?e'
    Pop $R1
    ${If} $R0 P<> -1
      System::Call 'kernel32::CloseHandle(p R0)'
    ${ElseIf} $R1 = 32
      StrCpy $R7 1
    ${EndIf}
  ${EndIf}
!macroend
!insertmacro CheckFunctions ""
!insertmacro CheckFunctions "un."

; /D= decides; else an update goes where the old version is. NSIS itself puts the usual folder in place
; of a /D= that it dislikes (a drive's root, a missing disk) without a word, so it is read once more.
Function FindFolder
  System::Call 'kernel32::GetCommandLineW() w .R0'
  ClearErrors
  ${WordFind} "$R0" " /D=" "E+1}" $R1
  ${IfNot} ${Errors}
    StrCpy $INSTDIR $R1
    StrCpy $R2 $INSTDIR "" -1
    ${If} $R2 == "\"
      StrCpy $INSTDIR $INSTDIR -1
    ${EndIf}
    Return
  ${EndIf}
  ReadRegStr $R0 ${ROOT} "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $R0 != ""
    StrCpy $INSTDIR $R0
  ${EndIf}
FunctionEnd

; A folder of its own, on a disk of this PC, apart from the data.
Function CheckFolder
  StrCpy $R0 $INSTDIR 2
  System::Call 'kernel32::GetDriveTypeW(w "$R0\") i .R1'
  ${If} $R0 == "\\"
  ${OrIf} $R1 = 4 ; DRIVE_REMOTE
    !insertmacro Stop "" 5 "${T_NETWORK}"
  ${ElseIf} $R1 = 1 ; DRIVE_NO_ROOT_DIR: there is no such disk, or no disk is named
    !insertmacro Stop "" 5 "${T_NO_DISK}"
  ${EndIf}
  StrLen $R1 $INSTDIR
  ${If} $R1 < 4 ; "C:"
    !insertmacro Stop "" 5 "${T_DRIVE_ROOT}"
  ${EndIf}
  SetShellVarContext current
  StrCpy $R0 "$LOCALAPPDATA\${APP_ID}\"
  SetShellVarContext ${CONTEXT}
  StrLen $R1 $R0
  StrCpy $R2 "$INSTDIR\" $R1
  ${If} $R0 == $R2
    !insertmacro Stop "" 5 "${T_DATA_FOLDER}"
  ${EndIf}
  Call IsOurs
  ${If} $R7 = 0
    !insertmacro Stop "" 5 "${T_NOT_OURS}"
  ${EndIf}
FunctionEnd

; Refuses an older version than the one that stands there, unless /DOWNGRADE says so.
; The folder itself is asked first: Apps may lag behind it after a power cut.
Function CheckVersion
  !insertmacro ReadVersion "$INSTDIR\program" $Installed
  ${If} $Installed == ""
    Return
  ${EndIf}
  ${VersionCompare} "$Installed" "${VERSION}" $R0
  ${If} $R0 != 1
    Return
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/DOWNGRADE" $R1
  ${IfNot} ${Errors}
    Return
  ${EndIf}
  ${If} $Mode == "perbarui"
    !insertmacro Stop "" 3 "${T_NEWER_UPDATE}"
  ${EndIf}
  ${IfNot} ${Silent}
    MessageBox MB_OKCANCEL|MB_ICONQUESTION|MB_DEFBUTTON2 "${T_NEWER}" IDCANCEL stop
    Return
  ${EndIf}
  stop:
  SetErrorLevel 3
  Quit
FunctionEnd

; The new version stands beside the old one until it is whole; and because the packed files are one
; solid stream, NSIS unpacks it a second time into %TEMP%.
!define /math NEED_KB ${SIZE_KB} + 4096
!define /math NEED_BOTH_KB ${NEED_KB} + ${SIZE_KB}
Function CheckRoom
  ${GetRoot} "$INSTDIR" $R0
  ${GetRoot} "$TEMP" $R1
  ${If} $R0 == $R1
    StrCpy $R2 ${NEED_BOTH_KB}
  ${Else}
    StrCpy $R2 ${NEED_KB}
    StrCpy $R0 "$TEMP"
    Call NeedRoom
  ${EndIf}
  StrCpy $R0 "$INSTDIR"
  Call NeedRoom
FunctionEnd

; Refuses when the disk of folder $R0 has less than $R2 KB left. The folder itself is asked (its
; nearest parent that exists), not its drive letter: a disk may hang in a folder.
Function NeedRoom
  again:
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$R0\", *l .R3, p 0, p 0) i .R4'
  ${If} $R4 = 0
    ${GetParent} "$R0" $R0
    StrCmp $R0 "" 0 again
    !insertmacro Stop "" 5 "${T_READ_ONLY}"
  ${EndIf}
  System::Int64Op $R3 / 1024
  Pop $R3
  System::Int64Op $R3 < $R2
  Pop $R4
  IntOp $R1 $R2 / 1024
  ${If} $R4 = 1
    !insertmacro Stop "" 5 "${T_ROOM}"
  ${EndIf}
FunctionEnd
