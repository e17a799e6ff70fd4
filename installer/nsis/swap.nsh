; How one version takes the place of another.
;
;   program             the version in use; program\VERSI names it
;   program.baru        being unpacked, or on its way out; never whole, always free to delete
;   program.lama        whole; the version that stood in program a moment ago
;   program.sebelumnya  whole; the version before, for the way back
;
; A rename of a folder either happens or does not. Every whole folder is renamed to program.baru
; before it is deleted, so a half-deleted one never bears another name. An update is:
;
;   1  unpack into program.baru, read VERSI there
;   2  program -> program.lama
;   3  program.baru -> program
;   4  program.sebelumnya -> program.baru      (a repair: program.lama -> program.baru, and skip 5)
;   5  program.lama -> program.sebelumnya
;   6  delete program.baru, write menu, desktop and Apps
;
; The way back does 2, then program.sebelumnya -> program, then 5. What a power cut may leave, and
; what Recover, which runs first in every run of setup.exe and uninstall.exe, makes of it:
;
;   after   program   lama   sebelumnya   Recover
;   1       old       -      any          deletes program.baru
;   2       -         old    any          program.lama -> program: the state before the update
;   3       new       old    any          goes on with 4 (the update) or 5 (the way back: none there)
;   4       new       old    -            goes on with 5
;   4       new       -      any          (repair) deletes program.baru
;   5       new       -      old          deletes program.baru; Apps is right after the next run
;
; Only between 2 and 3 does the entry in the menu start nothing; running setup.exe once more mends it.
; Not covered: Windows may hold written files in memory for some seconds, so after a power cut right
; after an update a file of the new version may be empty. setup.exe once more repairs that too.

; The first line of FILE into OUT, "" when there is none.
!macro ReadLine FILE OUT
  StrCpy ${OUT} ""
  ClearErrors
  FileOpen $R5 "${FILE}" r
  ${IfNot} ${Errors}
    FileRead $R5 ${OUT}
    FileClose $R5
    ${TrimNewLines} "${OUT}" ${OUT}
  ${EndIf}
!macroend

; The version that stands in FOLDER into OUT, "" when there is none.
!macro ReadVersion FOLDER OUT
  !insertmacro ReadLine "${FOLDER}\VERSI" ${OUT}
!macroend

; A virus scanner that looks into a fresh folder holds it for a moment: patience before giving up.
; Leaves $R5 = 1 when renamed, 0 when not.
!macro RenameFolder FROM TO
  StrCpy $R4 0
  StrCpy $R5 0
  ${Do}
    ClearErrors
    Rename "${FROM}" "${TO}"
    ${IfNot} ${Errors}
      StrCpy $R5 1
      ${ExitDo}
    ${EndIf}
    IntOp $R4 $R4 + 1
    Sleep 250
  ${LoopUntil} $R4 >= 20
!macroend

; Deletes program.baru, with the same patience. It may stay (a program in it runs); the next run tries again.
!macro DeleteNew
  StrCpy $R4 0
  ${Do}
    RMDir /r "$INSTDIR\program.baru"
    ${IfNot} ${FileExists} "$INSTDIR\program.baru\*.*"
      ${ExitDo}
    ${EndIf}
    IntOp $R4 $R4 + 1
    Sleep 250
  ${LoopUntil} $R4 >= 20
!macroend

!macro SwapFunctions UN
; $R7 = 0 when the folders with our names were made by somebody else: then nothing may touch them.
Function ${UN}IsOurs
  StrCpy $R7 1
  ${If} ${FileExists} "$INSTDIR\jenis.txt"
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\program\VERSI"
  ${AndIf} ${FileExists} "$INSTDIR\program\launch.py"
    Return
  ${EndIf}
  ReadRegStr $R0 ${ROOT} "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $R0 == $INSTDIR
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\program\*.*"
  ${OrIf} ${FileExists} "$INSTDIR\program.baru\*.*"
  ${OrIf} ${FileExists} "$INSTDIR\program.lama\*.*"
  ${OrIf} ${FileExists} "$INSTDIR\program.sebelumnya\*.*"
    StrCpy $R7 0
  ${EndIf}
FunctionEnd

; Deletes what was unpacked, and what a first installation left besides.
Function ${UN}DropNew
  SetOutPath "$TEMP"
  !insertmacro DeleteNew
  ${IfNot} ${FileExists} "$INSTDIR\program\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\program.lama\*.*"
    Delete "$INSTDIR\jenis.txt"
    RMDir "$INSTDIR"
  ${EndIf}
FunctionEnd

; Deletes the whole folder $R3, under the name that says so. $R5 = 0 when it is in use.
Function ${UN}Discard
  !insertmacro DeleteNew
  StrCpy $R5 1
  ${If} ${FileExists} "$INSTDIR\$R3\*.*"
    !insertmacro RenameFolder "$INSTDIR\$R3" "$INSTDIR\program.baru"
    ${If} $R5 = 1
      !insertmacro DeleteNew
    ${EndIf}
  ${EndIf}
FunctionEnd

; program.lama -> program.sebelumnya; thrown away when it is the same version (a repair) or has none.
Function ${UN}KeepEarlier
  !insertmacro ReadVersion "$INSTDIR\program" $R0
  !insertmacro ReadVersion "$INSTDIR\program.lama" $R1
  ${If} $R1 == ""
  ${OrIf} $R0 == $R1
    StrCpy $R3 "program.lama"
    Call ${UN}Discard
  ${Else}
    StrCpy $R3 "program.sebelumnya"
    Call ${UN}Discard
    !insertmacro RenameFolder "$INSTDIR\program.lama" "$INSTDIR\program.sebelumnya"
  ${EndIf}
FunctionEnd

; Puts right what an interrupted run has left (the table above).
Function ${UN}Recover
  ${If} ${FileExists} "$INSTDIR\program.lama\*.*"
    ${If} ${FileExists} "$INSTDIR\program\*.*"
      Call ${UN}KeepEarlier
    ${Else}
      !insertmacro RenameFolder "$INSTDIR\program.lama" "$INSTDIR\program"
    ${EndIf}
  ${EndIf}
  !insertmacro DeleteNew
FunctionEnd
!macroend
!insertmacro SwapFunctions ""
!insertmacro SwapFunctions "un."

; Marks the folder as ours before anything else goes into it, so that a run that is cut short can be
; told from somebody else's folder; and proves that it can be written to.
Function ClaimFolder
  ${If} ${FileExists} "$INSTDIR\program.baru\*.*" ; Recover could not delete it: it would get mixed in
    !insertmacro Stop "" 5 "${T_SWAP}"
  ${EndIf}
  CreateDirectory "$INSTDIR"
  !insertmacro ReadLine "$INSTDIR\jenis.txt" $R0
  ClearErrors
  ${If} $R0 != "${KIND}"
    FileOpen $R0 "$INSTDIR\jenis.txt" w
    FileWrite $R0 "${KIND}"
    FileClose $R0
  ${EndIf}
  CreateDirectory "$INSTDIR\program.baru"
  ${If} ${Errors}
    Call DropNew
    !insertmacro Stop "" 5 "${T_READ_ONLY}"
  ${EndIf}
FunctionEnd

; Puts the new uninstaller in the old one's place. MOVEFILE_REPLACE_EXISTING: there is one at every
; moment. When even patience does not help, the old one stays, which also takes this version away; where
; there is none, the run ends with a sentence: running setup.exe once more comes here again.
Function PlaceUninstaller
  StrCpy $R4 0
  ${Do}
    System::Call 'kernel32::MoveFileExW(w "$INSTDIR\program\uninstall.exe", w "$INSTDIR\uninstall.exe", i 1) i .R5'
    ${If} $R5 <> 0
      Return
    ${EndIf}
    IntOp $R4 $R4 + 1
    Sleep 250
  ${LoopUntil} $R4 >= 20
  Delete "$INSTDIR\program\uninstall.exe"
  ${IfNot} ${FileExists} "$INSTDIR\uninstall.exe"
  ${OrIf} ${FileExists} "$INSTDIR\uninstall.exe\*.*" ; a folder of that name
    !insertmacro Stop "" 5 "${T_NO_UNINSTALLER}"
  ${EndIf}
FunctionEnd

; Steps 2 to 6. When 2 or 3 fails, the old version is put back.
Function SwapIn
  SetDetailsPrint textonly
  DetailPrint "${T_SWAPPING}"
  SetDetailsPrint none
  ${If} ${FileExists} "$INSTDIR\program\*.*"
    !insertmacro RenameFolder "$INSTDIR\program" "$INSTDIR\program.lama"
    ${If} $R5 = 0
      Call DropNew
      !insertmacro Stop "" 5 "${T_SWAP}"
    ${EndIf}
  ${EndIf}
  !insertmacro RenameFolder "$INSTDIR\program.baru" "$INSTDIR\program"
  ${If} $R5 = 0
    !insertmacro RenameFolder "$INSTDIR\program.lama" "$INSTDIR\program"
    Call DropNew
    !insertmacro Stop "" 5 "${T_SWAP}"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\program.lama\*.*"
    Call KeepEarlier
  ${EndIf}
  Call PlaceUninstaller
FunctionEnd
