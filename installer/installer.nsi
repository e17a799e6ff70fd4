; The offline Windows installer. build.py passes every -D value (see installer/README.md):
;   VERSION  VERSION4 (a.b.c.d)  PAYLOAD (folder)  OUTFILE  SIZE_KB  TARGET (x86-unicode | amd64-unicode)
;   ALLUSERS (for Program Files, needs an administrator)  SIGN (a command in which %1 is the file)
; Subjects: texts.nsh (every sentence), checks.nsh (when it refuses), swap.nsh (how one version takes
; the other's place, and what a power cut may leave), start.nsh (starting the program), uninstall.nsh.
;
; Command line: /S silent, /D=folder, /DOWNGRADE, /PERBARUI (started by the program itself).
; Exit codes: 0 done, 2 the program runs, 3 a newer version is installed, 4 Windows too old,
; 5 files could not be written (the old version stands), 6 another installation is under way.
Target ${TARGET}
Unicode true
!define APP_ID "KinerjaDesktop"
!define APP_NAME "Kinerja Desktop"
!define PUBLISHER "Kinerja Desktop"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP_ID}"
!ifdef ALLUSERS
  !define ROOT HKLM
  !define CONTEXT all
  !define KIND "semua"
  !define DEFAULT_DIR "$PROGRAMFILES64\${APP_ID}"
  !define MUTEX "Global\${APP_ID}Pemasang"
  RequestExecutionLevel admin
!else
  !define ROOT HKCU
  !define CONTEXT current
  !define KIND "pengguna"
  !define DEFAULT_DIR "$LOCALAPPDATA\Programs\${APP_ID}"
  !define MUTEX "Local\${APP_ID}Pemasang"
  RequestExecutionLevel user
!endif

!ifdef QUICK ; for tests: twice the size in a twentieth of the time
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
CRCCheck on
ManifestDPIAware true
ManifestSupportedOS all
XPStyle on
OutFile "${OUTFILE}"
!ifdef SIGN
  ; = 0: a signature that fails fails the build
  !finalize `${SIGN}` = 0
  !uninstfinalize `${SIGN}` = 0
!endif

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!include WordFunc.nsh
!include nsis/texts.nsh

; "", "perbarui" (/PERBARUI) or, in the uninstaller, "kembali" (/KEMBALI).
Var Mode
; How the clerk can try once more: by this file, or in the program that began it.
Var Again
; The head of the page that shows progress.
Var Heading
Var Subheading
; The version that stands in program\ now ("" when none does), and whether it is whole.
Var Installed

Name "${APP_NAME}"
Caption "${T_CAPTION}"
UninstallCaption "${APP_NAME}"
BrandingText "${APP_NAME} ${VERSION}"
InstallDir "${DEFAULT_DIR}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION4}"
VIAddVersionKey /LANG=0 "ProductName" "${APP_NAME}"
VIAddVersionKey /LANG=0 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=0 "FileDescription" "${T_FILE}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${PUBLISHER}"

!include nsis/start.nsh
!include nsis/swap.nsh
!include nsis/checks.nsh

; Two clicks: Pasang, Selesai. Where it goes is no question for a clerk; who must, has /D=.
!define MUI_ICON "kinerja.ico"
!define MUI_UNICON "kinerja.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "nsis/side.bmp"
!define MUI_WELCOMEPAGE_TITLE "${T_WELCOME_TITLE}"
!define MUI_WELCOMEPAGE_TEXT "${T_WELCOME}"
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhenUpdating
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_HEADER_TEXT "$Heading"
!define MUI_PAGE_HEADER_SUBTEXT "$Subheading"
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "${T_NOT_DONE}"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "${T_NOT_DONE_SUB}"
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE GiveUpWhenAborted
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "${T_DONE_TITLE}"
!define MUI_FINISHPAGE_TEXT "${T_DONE}"
!define MUI_FINISHPAGE_TEXT_LARGE
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "${T_START}"
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhenUpdating
!insertmacro MUI_PAGE_FINISH
!include nsis/uninstall.nsh
!insertmacro MUI_LANGUAGE "Indonesian"
InstallButtonText "${T_INSTALL}"
LangString ^ErrorWriting ${LANG_INDONESIAN} "${T_FILE_FAILED}"

Function SkipWhenUpdating
  ${If} $Mode == "perbarui"
    Abort
  ${EndIf}
FunctionEnd

Function .onInit
  SetShellVarContext ${CONTEXT}
  SetRegView 64
  StrCpy $Again "${T_AGAIN_FILE}"
  StrCpy $Heading "${T_INSTALLING}"
  StrCpy $Subheading "${T_WAIT}"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/PERBARUI" $R1
  ${IfNot} ${Errors}
    StrCpy $Mode "perbarui"
    StrCpy $Again "${T_AGAIN_UPDATE}"
    StrCpy $Heading "${T_UPDATING}"
    SetAutoClose true
  ${EndIf}
  Call FindFolder
  Call CheckWindows
  Call TakeMutex
  Call CheckFolder
  Call Recover
  Call CheckVersion
  ; The wizard asks at once; /PERBARUI waits in its progress window, where the clerk sees why.
  ${If} $Mode == ""
    Call AskToClose
  ${EndIf}
FunctionEnd

; A file could be opened but not written to (a full disk): NSIS stops the section. Silently it comes
; here; with windows it would come here only after a click, so the page's end does the same.
Function .onInstFailed
  Call GiveUp
FunctionEnd

Function GiveUpWhenAborted
  IfAbort 0 done
  Call GiveUp
  done:
FunctionEnd

Function GiveUp
  Call DropNew
  !insertmacro Stop "" 5 "${T_WRITE}"
FunctionEnd

Section
  SetShellVarContext ${CONTEXT}
  SetRegView 64
  SetDetailsPrint textonly
  Call WaitForClose
  Call CheckRoom
  Call ClaimFolder
  DetailPrint "${T_COPYING}"
  SetDetailsPrint none
  ClearErrors
  SetOverwrite try
  SetOutPath "$INSTDIR\program.baru"
  File /r "${PAYLOAD}\*.*"
  WriteUninstaller "$INSTDIR\program.baru\uninstall.exe"
  ${If} ${Errors}
    Call GiveUp
  ${EndIf}
  ; Windows renames no folder that somebody stands in, and SetOutPath stands in it.
  SetOutPath "$INSTDIR"
  !insertmacro ReadVersion "$INSTDIR\program.baru" $R0
  ${If} $R0 != "${VERSION}"
    Call GiveUp
  ${EndIf}
  Call WaitForClose
  Call SwapIn
  Call Register
  ${If} $Mode == "perbarui"
    Call StartProgram
  ${EndIf}
SectionEnd

; What Windows shows: the entries in menu and desktop, and the line in Apps.
Function Register
  SetOutPath "$INSTDIR"
  !ifndef ALLUSERS
    SetOutPath "$PROFILE" ; becomes the shortcuts' working folder
  !endif
  ClearErrors
  CreateShortcut "$SMPROGRAMS\${APP_NAME}.lnk" "$INSTDIR\program\runtime\pythonw.exe" '"$INSTDIR\program\launch.py"' "$INSTDIR\program\kinerja.ico"
  CreateShortcut "$DESKTOP\${APP_NAME}.lnk" "$INSTDIR\program\runtime\pythonw.exe" '"$INSTDIR\program\launch.py"' "$INSTDIR\program\kinerja.ico"
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}" "DisplayName" "${APP_NAME}"
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\program\kinerja.ico"
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr ${ROOT} "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD ${ROOT} "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD ${ROOT} "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD ${ROOT} "${UNINSTALL_KEY}" "NoRepair" 1
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONEXCLAMATION "${T_NO_ENTRIES}" /SD IDOK
  ${EndIf}
FunctionEnd
