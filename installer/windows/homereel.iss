; Inno Setup's script for Windows; it has not been tried. Called by package.sh:
;   ISCC /DVersion=0.1.0 /DFolder=build\package\homereel installer\windows\homereel.iss

#define Root SourcePath + "..\.."

[Setup]
AppId={{6B0F5C1E-2E0B-4C8B-9C3B-8B7B1B7B5D41}
AppName=Homereel
AppVersion={#Version}
AppPublisher=The Homereel project
; For the user alone unless an administrator asks for more: no password is needed.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
DefaultDirName={autopf}\Homereel
DefaultGroupName=Homereel
DisableProgramGroupPage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile={#Root}\THIRD_PARTY.md
OutputBaseFilename=homereel-{#Version}-windows-x64
UninstallDisplayIcon={app}\homereel-window.exe
ChangesAssociations=yes
Compression=lzma2
SolidCompression=yes

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Homereel"; Filename: "{app}\homereel-window.exe"

[Registry]
; Homereel appears under "Open with" for every video, and becomes nobody's default program.
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\video\shell\Homereel"; ValueType: string; ValueData: "Restore with Homereel"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\video\shell\Homereel"; ValueType: string; ValueName: "Icon"; ValueData: "{app}\homereel-window.exe"
Root: HKA; Subkey: "Software\Classes\SystemFileAssociations\video\shell\Homereel\command"; ValueType: string; ValueData: """{app}\homereel-window.exe"" -- ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\homereel-window.exe\shell\open\command"; ValueType: string; ValueData: """{app}\homereel-window.exe"" -- ""%1"""; Flags: uninsdeletekey

[Run]
Filename: "{app}\homereel-window.exe"; Description: "Open Homereel"; Flags: postinstall nowait skipifsilent
