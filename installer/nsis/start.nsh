; Starting the program after the work, and stopping the work with a sentence and an exit code.

; Starts the program that stands in program\, if there is one.
!macro StartFunctions UN
Function ${UN}StartProgram
  ${IfNot} ${FileExists} "$INSTDIR\program\runtime\pythonw.exe"
    Return
  ${EndIf}
  !ifdef ALLUSERS
    ; This process is elevated, perhaps as another user. Explorer runs as whoever is logged on, and
    ; hands the shortcut to itself, so that the program opens that person's data.
    Exec '"$WINDIR\explorer.exe" "$SMPROGRAMS\${APP_NAME}.lnk"'
  !else
    SetOutPath "$PROFILE"
    Exec '"$INSTDIR\program\runtime\pythonw.exe" "$INSTDIR\program\launch.py"'
  !endif
FunctionEnd

; Says the sentence $R9 (silent: nothing), leaves exit code $R8 and ends. Who came from inside the
; program gets the program back; not while it still runs (2) or someone else works on it (6).
Function ${UN}StopNow
  ${IfNot} ${Silent}
    MessageBox MB_OK|MB_ICONSTOP "$R9"
  ${EndIf}
  SetErrorLevel $R8
  ${If} $Mode != ""
  ${AndIf} $R8 != 2
  ${AndIf} $R8 != 6
    Call ${UN}StartProgram
  ${EndIf}
  Quit
FunctionEnd
!macroend
!insertmacro StartFunctions ""
!insertmacro StartFunctions "un."

!macro Stop UN CODE TEXT
  StrCpy $R8 ${CODE}
  StrCpy $R9 "${TEXT}"
  Call ${UN}StopNow
!macroend
