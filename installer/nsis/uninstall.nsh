; uninstall.exe: removal (the data stays), and with /KEMBALI the way back to the version before.
; Exit codes: 0 done, 2 the program runs, 5 files are in use, 6 another run is under way, 7 there is
; no earlier version. They are seen only with _?=folder: without it Windows' copy in %TEMP% works on.

!define MUI_UNCONFIRMPAGE_TEXT_TOP "${T_UNINSTALL}"
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "${T_UNINSTALL_FROM}"
!define MUI_PAGE_HEADER_TEXT "${T_UNINSTALL_HEAD}"
!define MUI_PAGE_HEADER_SUBTEXT "${T_UNINSTALL_SUB}"
!define MUI_PAGE_CUSTOMFUNCTION_PRE un.SkipWhenGoingBack
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "$Heading"
!define MUI_PAGE_HEADER_SUBTEXT "$Subheading"
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "${T_REMOVED}"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "${T_REMOVED_SUB}"
!define /redef MUI_INSTFILESPAGE_ABORTHEADER_TEXT "${T_NOT_REMOVED}"
!define /redef MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "${T_NOT_REMOVED_SUB}"
!insertmacro MUI_UNPAGE_INSTFILES

Function un.SkipWhenGoingBack
  ${If} $Mode == "kembali"
    Abort
  ${EndIf}
FunctionEnd

Function un.onInit
  SetShellVarContext ${CONTEXT}
  SetRegView 64
  SetOutPath "$TEMP" ; stand in no folder that is to be renamed
  StrCpy $Again "${T_AGAIN_FILE}"
  StrCpy $Heading "${T_UNINSTALLING}"
  StrCpy $Subheading "${T_WAIT}"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/KEMBALI" $R1
  ${IfNot} ${Errors}
    StrCpy $Mode "kembali"
    StrCpy $Again "${T_AGAIN_UPDATE}"
    StrCpy $Heading "${T_GOING_BACK}"
    SetAutoClose true
  ${EndIf}
  Call un.TakeMutex
  Call un.IsOurs
  ${If} $R7 = 0
    !insertmacro Stop "un." 5 "${T_NOT_OURS}"
  ${EndIf}
  Call un.Recover
  ${If} $Mode == ""
    Call un.AskToClose
  ${EndIf}
FunctionEnd

Section "Uninstall"
  SetShellVarContext ${CONTEXT}
  SetRegView 64
  SetDetailsPrint textonly
  Call un.WaitForClose
  SetDetailsPrint none
  ${If} $Mode == "kembali"
    Call un.GoBack
    Call un.StartProgram
  ${Else}
    Call un.Remove
    ${IfNot} ${Silent}
      MessageBox MB_OK|MB_ICONINFORMATION "${T_KEPT}"
    ${EndIf}
  ${EndIf}
SectionEnd

; program and program.sebelumnya change places (the table in swap.nsh).
Function un.GoBack
  !insertmacro ReadVersion "$INSTDIR\program.sebelumnya" $R2
  ${If} $R2 == ""
    !insertmacro Stop "un." 7 "${T_NO_EARLIER}"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\program\*.*"
    !insertmacro RenameFolder "$INSTDIR\program" "$INSTDIR\program.lama"
    ${If} $R5 = 0
      !insertmacro Stop "un." 5 "${T_SWAP}"
    ${EndIf}
  ${EndIf}
  !insertmacro RenameFolder "$INSTDIR\program.sebelumnya" "$INSTDIR\program"
  ${If} $R5 = 0
    !insertmacro RenameFolder "$INSTDIR\program.lama" "$INSTDIR\program"
    !insertmacro Stop "un." 5 "${T_SWAP}"
  ${EndIf}
  Call un.Recover ; program.lama -> program.sebelumnya, the rest of the table
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}" "DisplayVersion" "$R2"
FunctionEnd

; Only what the installer made, by name. The program goes first: it is the one that may be in use.
Function un.Remove
  StrCpy $R3 "program"
  Call un.Discard
  ${If} $R5 = 0
    !insertmacro Stop "un." 5 "${T_SWAP}"
  ${EndIf}
  StrCpy $R3 "program.sebelumnya"
  Call un.Discard
  StrCpy $R3 "program.lama"
  Call un.Discard
  Delete "$SMPROGRAMS\${APP_NAME}.lnk"
  Delete "$DESKTOP\${APP_NAME}.lnk"
  Delete "$INSTDIR\uninstall.exe"
  Delete "$INSTDIR\jenis.txt"
  RMDir "$INSTDIR"
  DeleteRegKey ${ROOT} "${UNINSTALL_KEY}"
  ${If} ${FileExists} "$INSTDIR\program.baru\*.*"
    MessageBox MB_OK|MB_ICONEXCLAMATION "${T_LEFTOVER}" /SD IDOK
  ${EndIf}
FunctionEnd
