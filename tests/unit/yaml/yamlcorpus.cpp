#include "yamlcorpus.h"
#include "folders.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QStringList>

namespace rayhelm {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray withCrlf(QByteArray text)
{
    return text.replace("\n", "\r\n");
}

QByteArray withoutLastLineEnd(QByteArray text)
{
    while (text.endsWith('\n'))
        text.chop(1);
    return text;
}

qsizetype blanksBefore(const QByteArray &line)
{
    qsizetype blanks = 0;
    while (blanks < line.size() && line[blanks] == ' ')
        ++blanks;
    return blanks;
}

QByteArray withFourBlanks(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    for (QByteArray &line : lines) {
        const qsizetype blanks = blanksBefore(line);
        if (line.mid(blanks).startsWith("- "))
            line.insert(blanks + 1, "  ");
        line.prepend(QByteArray(blanks, ' '));
    }
    return lines.join('\n');
}

/// Lists two columns below their key move to its column, with all that stands below them.
QByteArray withoutListIndent(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    qsizetype dash = -1;
    for (QByteArray &line : lines) {
        const qsizetype blanks = blanksBefore(line);
        if (line.trimmed().isEmpty())
            continue;
        if (dash < 0 && line.mid(blanks).startsWith("- "))
            dash = blanks;
        else if (dash >= 0 && blanks < dash)
            dash = line.mid(blanks).startsWith("- ") ? blanks : -1;
        if (dash >= 2)
            line.remove(0, 2);
    }
    return lines.join('\n');
}

/// Writes random documents line by line.
class Generator
{
public:
    explicit Generator(quint32 seed) : m_random(seed) {}

    QByteArray document()
    {
        m_lineEnd = chance(15) ? "\r\n" : "\n";
        if (chance(8))
            m_text += "\xef\xbb\xbf";
        if (chance(20))
            comment(0);
        if (chance(10))
            m_text += "---" + m_lineEnd;
        m_listStep = chance(40) ? 0 : 2;
        map(0, 0);
        if (chance(15))
            m_text.chop(m_lineEnd.size());
        return m_text;
    }

private:
    bool chance(int percent) { return int(m_random.bounded(100)) < percent; }
    template<size_t size>
    QByteArray one(const char *const (&choices)[size])
    {
        return choices[m_random.bounded(quint32(size))];
    }
    QByteArray key()
    {
        static const char *const names[] = {"name", "image", "replicas", "slurm-job.vk.io/flags", "a.b", "\"quoted key\"",
                                            "'it''s'", "größe", "x_1", "env"};
        const QByteArray base = one(names);
        const QByteArray number = QByteArray::number(++m_counter);
        return base.endsWith('"') || base.endsWith('\'') ? base.chopped(1) + number + base.last(1) : base + number;
    }
    QByteArray scalar()
    {
        static const char *const scalars[] = {
            "text", "1", "true", "null", "~", "2.10", "0777", "12:30", "\"double \\\" # : quoted\"", "'single ''x'' # '",
            "http://host:80/a#b", "a#b", "--partition=gpu --gres=gpu:1", "\"$HOME\"", "''", "\"\"", "1_000", "größe €",
            "\"\\u0041\\n\"", "2024-01-02", "a,b", "x[0]", "- minus"};
        const QByteArray value = one(scalars);
        return value == "- minus" ? QByteArray("'- minus'") : value;
    }
    QByteArray flow(int depth)
    {
        if (depth > 2 || chance(50))
            return m_random.bounded(2) ? QByteArray("flowtext") : QByteArray("\"a, b\"");
        QByteArrayList parts;
        const bool isMap = chance(50);
        for (quint32 i = m_random.bounded(4); i > 0; --i)
            parts.append(isMap ? "k" + QByteArray::number(++m_counter) + ": " + flow(depth + 1) : flow(depth + 1));
        const QByteArray open = isMap ? "{" : "[";
        const QByteArray close = isMap ? "}" : "]";
        return open + (chance(30) ? " " : "") + parts.join(chance(20) ? "," + QByteArray(" ") : ", ") + (chance(30) ? " " : "") + close;
    }
    void comment(int column) { m_text += QByteArray(column, ' ') + "# comment: 'not' \"yaml\" " + QByteArray::number(++m_counter) + m_lineEnd; }
    void endLine()
    {
        if (chance(15))
            m_text += " # tail " + QByteArray::number(++m_counter);
        m_text += m_lineEnd;
    }
    void block(int column)
    {
        static const char *const headers[] = {"|", ">", "|-", ">-", "|+"};
        m_text += ' ' + one(headers);
        m_text += m_lineEnd;
        for (quint32 i = 1 + m_random.bounded(3); i > 0; --i)
            m_text += QByteArray(column, ' ') + "line # no comment " + QByteArray::number(i) + m_lineEnd;
        if (chance(25))
            m_text += m_lineEnd;
    }
    void value(int column, int depth)
    {
        const quint32 kind = m_random.bounded(100);
        if (kind < 18 && depth < 5) {
            endLine();
            map(column + 2, depth + 1);
        } else if (kind < 30 && depth < 5) {
            endLine();
            list(column + m_listStep, depth + 1);
        } else if (kind < 40) {
            m_text += ' ' + flow(0);
            endLine();
        } else if (kind < 47) {
            block(column + 2);
        } else if (kind < 52) {
            endLine(); // empty
        } else if (kind < 57) {
            m_text += m_random.bounded(2) ? " {}" : " []";
            endLine();
            if (chance(50))
                comment(column + 2);
        } else {
            m_text += ' ' + scalar();
            endLine();
        }
    }
    void map(int column, int depth)
    {
        for (quint32 i = 1 + m_random.bounded(depth == 0 ? 12 : 4); i > 0; --i) {
            if (chance(12))
                comment(column);
            if (chance(8))
                m_text += m_lineEnd;
            m_text += QByteArray(column, ' ') + key() + ':';
            value(column, depth);
        }
    }
    void list(int column, int depth)
    {
        for (quint32 i = 1 + m_random.bounded(3); i > 0; --i) {
            if (chance(10))
                comment(column);
            m_text += QByteArray(column, ' ') + "- ";
            if (chance(50)) {
                m_text += scalar();
                endLine();
                continue;
            }
            m_text += key() + ':';
            value(column + 2, depth + 1);
            for (quint32 more = m_random.bounded(3); more > 0; --more) {
                m_text += QByteArray(column + 2, ' ') + key() + ':';
                value(column + 2, depth + 1);
            }
        }
    }

    QRandomGenerator m_random;
    QByteArray m_text;
    QByteArray m_lineEnd;
    int m_listStep = 2;
    int m_counter = 0;
};

} // namespace

QList<CorpusFile> genuineValuesFiles(bool withVariants)
{
    const QDir directory(rayhelm::testData("/values"));
    QList<CorpusFile> files;
    for (const QString &name : directory.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name)) {
        const QByteArray text = contentOf(directory.filePath(name));
        files.append({name, text});
        if (!withVariants)
            continue;
        files.append({name + QStringLiteral(" CRLF"), withCrlf(text)});
        files.append({name + QStringLiteral(" BOM+CRLF"), withCrlf("\xef\xbb\xbf# gr\xc3\xb6\xc3\x9f" "e \xf0\x9f\x9a\x80\n" + text)});
        files.append({name + QStringLiteral(" no last line end"), withoutLastLineEnd(text)});
        files.append({name + QStringLiteral(" lists not indented"), withoutListIndent(text)});
        files.append({name + QStringLiteral(" four blanks"), withFourBlanks(text)});
    }
    return files;
}

QByteArray generatedDocument(quint32 seed)
{
    return Generator(seed).document();
}

QStringList trickyTexts()
{
    return {QStringLiteral("yes"), QStringLiteral("1_000"), QStringLiteral("0777"), QStringLiteral("12:30:45"), QString(),
            QStringLiteral("a: b # c"), QStringLiteral("two\nlines"), QStringLiteral("  leading"), QStringLiteral("tab\there"),
            QStringLiteral("grün \"x\" 'y' \\ z"), QStringLiteral("- x"), QStringLiteral("*star"), QStringLiteral("x:"),
            QStringLiteral("{{ .Values.a }}"), QStringLiteral("a\u2028b"), QStringLiteral("12345"), QStringLiteral("true"),
            QStringLiteral("null"), QStringLiteral("2.10"), QStringLiteral("--- #"), QStringLiteral("ends\n"), QStringLiteral("🚀 up"),
            QStringLiteral("\n"), QStringLiteral(" \n x"), QStringLiteral("a\r\nb"), QStringLiteral("=")};
}

bool isLongRun()
{
    return qEnvironmentVariableIntValue("RAYHELM_LONG") > 0;
}

} // namespace rayhelm
