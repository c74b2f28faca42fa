#include "values/shellwords.h"

namespace rayhelm {

ShellLine splitShellLine(const QString &line)
{
    ShellLine result;
    ShellWord word;
    QChar open;
    const auto finish = [&result, &word] {
        if (!word.written.isEmpty())
            result.words.append(word);
        word = {};
    };
    for (const QChar c : line) {
        if (open.isNull() && c.isSpace()) {
            if (!word.written.isEmpty())
                finish();
            word.before += c;
            continue;
        }
        word.written += c;
        if (open.isNull() && (c == QLatin1Char('"') || c == QLatin1Char('\''))) {
            open = c;
            if (word.quote.isNull())
                word.quote = c;
        } else if (c == open) {
            open = {};
        } else {
            word.text += c;
        }
    }
    if (word.written.isEmpty())
        result.after = word.before;
    finish();
    return result;
}

} // namespace rayhelm
