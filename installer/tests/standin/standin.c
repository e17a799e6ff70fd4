/* Stands for pythonw.exe in the tests: notes in C:\tanda.txt which version was started and how (one
   line, UTF-8: version, tab, command line), then stays for the milliseconds that C:\tidur.txt names. */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

static void read_line(const wchar_t *path, char *line, int size)
{
    FILE *file = _wfopen(path, L"r");
    line[0] = 0;
    if (file) {
        if (!fgets(line, size, file)) line[0] = 0;
        fclose(file);
    }
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, wchar_t *arguments, int show)
{
    wchar_t path[1024], *cut;
    char version[64], sleep[64], line[4096];
    int i, length;
    FILE *mark;
    (void)instance, (void)before, (void)arguments, (void)show;

    /* ...\program\runtime\pythonw.exe -> ...\program\VERSI */
    GetModuleFileNameW(NULL, path, 1000);
    for (i = 0; i < 2; i++)
        if ((cut = wcsrchr(path, L'\\'))) *cut = 0;
    wcscat(path, L"\\VERSI");
    read_line(path, version, sizeof version);

    length = WideCharToMultiByte(CP_UTF8, 0, GetCommandLineW(), -1, line, sizeof line, NULL, NULL);
    mark = _wfopen(L"C:\\tanda.txt", L"ab");
    if (!mark || !length) return 1;
    fprintf(mark, "%s\t%s\n", version, line);
    fclose(mark);

    read_line(L"C:\\tidur.txt", sleep, sizeof sleep);
    Sleep(atoi(sleep));
    return 0;
}
