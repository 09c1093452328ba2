; The Windows set-up: per user, no administrator, Bahasa Indonesia and English. `python3 dev.py build --setup` compiles it.
;
;   makensis -INPUTCHARSET UTF8 -DVERSION=1.2.3 -DPAYLOAD=DIR -DLICENCE=FILE -DOUTPUT=FILE [-DICON=FILE] perisai.nsi
;
; /S installs silently, /D=DIR (last) elsewhere. Exit codes: 0 done, 1 given up, 2 not for this Windows, 5 Perisai is running.
; Neither set-up nor uninstaller ever writes to or deletes from %LOCALAPPDATA%\Perisai, where the agents' stores are.

Unicode true
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true
ManifestSupportedOS Win10

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

!define PROGRAM "perisai.exe"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Perisai"
!define OWN_KEY "Software\Perisai"
!define PROFILES "$LOCALAPPDATA\Perisai"

Name "Perisai"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Perisai"
InstallDirRegKey HKCU "${OWN_KEY}" "Folder"
BrandingText "Perisai ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Perisai"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Perisai Set-up"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!ifdef ICON
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif
!define MUI_ABORTWARNING
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${OWN_KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"

!define MUI_WELCOMEPAGE_TITLE "$(WELCOME_TITLE)"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME_TEXT)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_FINISH

!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DATA_STAYS)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(GONE_TITLE)"
!define MUI_FINISHPAGE_TEXT "$(DATA_STAYS)"
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString WELCOME_TITLE ${LANG_INDONESIAN} "Memasang Perisai ${VERSION}"
LangString WELCOME_TITLE ${LANG_ENGLISH} "Installing Perisai ${VERSION}"
LangString WELCOME_TEXT ${LANG_INDONESIAN} "Perisai dipasang untuk Anda saja, tanpa hak administrator.$\r$\n$\r$\nJika Perisai sudah ada di laptop ini, programnya diperbarui. Data, kunci, dan kuitansi Anda tidak disentuh.$\r$\n$\r$\nTutup Perisai lebih dulu, lalu tekan Lanjut."
LangString WELCOME_TEXT ${LANG_ENGLISH} "Perisai is installed for you alone, without administrator rights.$\r$\n$\r$\nIf Perisai is on this laptop already, the program is updated. Your data, keys and receipts are not touched.$\r$\n$\r$\nClose Perisai first, then press Next."
LangString RUNNING ${LANG_INDONESIAN} "Perisai sedang berjalan. Tidak ada yang diubah. Tutup Perisai, lalu tekan Coba Lagi."
LangString RUNNING ${LANG_ENGLISH} "Perisai is running. Nothing was changed. Close Perisai, then press Retry."
LangString TOO_OLD ${LANG_INDONESIAN} "Perisai memerlukan Windows 10 atau lebih baru, 64-bit. Tidak ada yang dipasang."
LangString TOO_OLD ${LANG_ENGLISH} "Perisai needs Windows 10 or newer, 64 bit. Nothing was installed."
LangString NOT_THERE ${LANG_INDONESIAN} "Folder ini menyimpan data agen. Program tidak boleh dipasang di sana: pilih folder lain."
LangString NOT_THERE ${LANG_ENGLISH} "This folder keeps the agents' data. The program must not be installed there: choose another folder."
LangString FAILED ${LANG_INDONESIAN} "Berkas program tidak bisa ditulis. Data Anda aman. Periksa sisa ruang penyimpanan, lalu jalankan pemasangan ini lagi."
LangString FAILED ${LANG_ENGLISH} "The program's files could not be written. Your data are safe. Check the free disk space, then start this set-up again."
LangString GONE_TITLE ${LANG_INDONESIAN} "Perisai sudah dicopot"
LangString GONE_TITLE ${LANG_ENGLISH} "Perisai is uninstalled"
LangString DATA_STAYS ${LANG_INDONESIAN} "Hanya program yang dihapus. Data, kunci, dan kuitansi Anda di ${PROFILES} tetap ada dan bisa dibuka lagi setelah Perisai dipasang kembali."
LangString DATA_STAYS ${LANG_ENGLISH} "Only the program is removed. Your data, keys and receipts in ${PROFILES} stay, and can be opened again once Perisai is installed anew."

; A running program's file can't be opened for writing: asks to close it, in silence gives up.
!macro REFUSE_WHILE_RUNNING
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    ${If} ${Silent}
    ${OrIf} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" IDCANCEL`
      SetErrorLevel 5
      Quit
    ${EndIf}
  ${Loop}
!macroend

!macro REFUSE_PROFILES
  StrLen $1 "${PROFILES}"
  StrCpy $0 "$INSTDIR" $1
  ${If} $0 == "${PROFILES}"
    MessageBox MB_OK|MB_ICONSTOP "$(NOT_THERE)" /SD IDOK
    SetErrorLevel 1
    Quit
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  StrCpy $LANGUAGE ${LANG_INDONESIAN}
  !insertmacro MUI_LANGDLL_DISPLAY
  !insertmacro REFUSE_PROFILES
  !insertmacro REFUSE_WHILE_RUNNING
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  !insertmacro REFUSE_WHILE_RUNNING
FunctionEnd

; What the set-up put there, by name; a file of anybody else stays, and with it the folder.
!macro REMOVE_PROGRAM
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\LICENCES.txt"
  RMDir /r "$INSTDIR\_internal"
!macroend

Section "Perisai"
  ; What an older version left would be taken for this one's.
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    !insertmacro REMOVE_PROGRAM
  ${EndIf}
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$(FAILED)" /SD IDOK
    SetErrorLevel 1
    Abort
  ${EndIf}
  CreateShortcut "$SMPROGRAMS\Perisai.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${OWN_KEY}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Perisai"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "Perisai"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  Delete "$SMPROGRAMS\Perisai.lnk"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${OWN_KEY}"
SectionEnd
