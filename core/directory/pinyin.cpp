// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/pinyin.h"

#include <QHash>

#include <unicode/translit.h>

#include <memory>
#include <mutex>

namespace tenantry::directory
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t mostReadings = 16;

struct Sounds {
    const char16_t *text;
    const char16_t *letters; ///< syllables by blanks, alternatives by slashes
};

// Surnames that are read otherwise than the character usually is.
constexpr Sounds surnames[] = {
    {u"单", u"shan"},  {u"区", u"ou"},    {u"查", u"zha"},    {u"曾", u"zeng"},  {u"仇", u"qiu"},   {u"解", u"xie"},  {u"任", u"ren"},
    {u"盖", u"ge"},    {u"翟", u"zhai"},  {u"朴", u"piao"},   {u"缪", u"miao"},  {u"覃", u"qin"},   {u"员", u"yun"},  {u"召", u"shao"},
    {u"折", u"she"},   {u"种", u"chong"}, {u"繁", u"po"},     {u"冼", u"xian"},  {u"乐", u"yue"},   {u"黑", u"he"},   {u"华", u"hua"},
    {u"纪", u"ji"},    {u"秘", u"bi"},    {u"薄", u"bo"},     {u"牟", u"mu"},    {u"隗", u"wei"},   {u"洗", u"xian"}, {u"盛", u"sheng"},
    {u"尉迟", u"yu chi"}, {u"万俟", u"mo qi"}, {u"长孙", u"zhang sun"}, {u"澹台", u"tan tai"}, {u"宰父", u"zai fu"}, {u"尉", u"wei"},
};

// Characters with more than one reading that names, departments and products are made of.
constexpr Sounds heteronyms[] = {
    {u"单", u"dan/shan/chan"}, {u"区", u"qu/ou"},       {u"查", u"cha/zha"},     {u"曾", u"ceng/zeng"},   {u"仇", u"chou/qiu"},
    {u"解", u"jie/xie"},       {u"盖", u"gai/ge"},      {u"翟", u"zhai/di"},     {u"朴", u"pu/piao"},     {u"缪", u"miao/mou"},
    {u"覃", u"qin/tan"},       {u"员", u"yuan/yun"},    {u"召", u"zhao/shao"},   {u"折", u"zhe/she"},     {u"种", u"zhong/chong"},
    {u"繁", u"fan/po"},        {u"乐", u"le/yue"},      {u"行", u"xing/hang"},   {u"长", u"chang/zhang"}, {u"重", u"zhong/chong"},
    {u"朝", u"chao/zhao"},     {u"盛", u"sheng/cheng"}, {u"尉", u"wei/yu"},      {u"调", u"diao/tiao"},   {u"会", u"hui/kuai"},
    {u"参", u"can/shen/cen"},  {u"传", u"chuan/zhuan"}, {u"都", u"du/dou"},      {u"还", u"hai/huan"},    {u"藏", u"cang/zang"},
    {u"降", u"jiang/xiang"},   {u"校", u"xiao/jiao"},   {u"角", u"jiao/jue"},    {u"量", u"liang"},       {u"率", u"lv/lu/shuai"},
    {u"没", u"mei/mo"},        {u"模", u"mo/mu"},       {u"南", u"nan/na"},      {u"宁", u"ning"},        {u"强", u"qiang/jiang"},
    {u"曲", u"qu"},            {u"石", u"shi/dan"},     {u"什", u"shi/shen"},    {u"说", u"shuo/shui"},   {u"提", u"ti/di"},
    {u"系", u"xi/ji"},         {u"贾", u"jia/gu"},      {u"车", u"che/ju"},      {u"大", u"da/dai"},      {u"读", u"du/dou"},
    {u"佛", u"fo/fu"},         {u"给", u"gei/ji"},      {u"更", u"geng"},        {u"和", u"he/huo/hu"},   {u"核", u"he/hu"},
    {u"觉", u"jue/jiao"},      {u"壳", u"ke/qiao"},     {u"绿", u"lv/lu"},       {u"吕", u"lv/lu"},       {u"女", u"nv/nu"},
    {u"旅", u"lv/lu"},         {u"律", u"lv/lu"},       {u"露", u"lu/lou"},      {u"落", u"luo/lao/la"},  {u"洋", u"yang"},
    {u"叶", u"ye/xie"},        {u"尺", u"chi/che"},     {u"薄", u"bo/bao"},      {u"秘", u"mi/bi"},       {u"牟", u"mou/mu"},
    {u"万", u"wan/mo"},        {u"俟", u"si/qi"},       {u"澹", u"dan/tan"},     {u"隗", u"wei/kui"},     {u"洗", u"xi/xian"},
    {u"黑", u"hei/he"},        {u"弹", u"dan/tan"},     {u"扁", u"bian/pian"},   {u"便", u"bian/pian"},   {u"发", u"fa"},
};

bool isHan(char32_t c)
{
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x20000 && c <= 0x323af) || (c >= 0xf900 && c <= 0xfaff) || c == 0x3007;
}

/// Readings of single characters, remembered: asking ICU costs microseconds, and names repeat their characters.
class Dictionary final
{
public:
    Dictionary()
    {
        UErrorCode status = U_ZERO_ERROR;
        m_transliterator.reset(icu::Transliterator::createInstance(u"Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        for (const Sounds &sounds : heteronyms)
            m_known.insert(QString::fromUtf16(sounds.text), QString::fromUtf16(sounds.letters).split(u'/'));
    }

    QStringList of(const QString &character)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_known.constFind(character);
        if (found != m_known.cend())
            return *found;
        const QStringList made{transliterated(character)};
        m_known.insert(character, made);
        return made;
    }

private:
    QString transliterated(const QString &character) const
    {
        if (!m_transliterator)
            return {};
        icu::UnicodeString text(reinterpret_cast<const char16_t *>(character.utf16()), int32_t(character.size()));
        m_transliterator->transliterate(text);
        QString letters;
        for (int32_t i = 0; i < text.length(); ++i)
            if (text[i] >= u'a' && text[i] <= u'z')
                letters += QChar(text[i]);
        return letters;
    }

    std::mutex m_mutex;
    std::unique_ptr<icu::Transliterator> m_transliterator;
    QHash<QString, QStringList> m_known;
};

// Knowledge about the language, the same for everybody: made once, at the first question.
Dictionary &dictionary()
{
    static Dictionary instance;
    return instance;
}

// What the text begins with, if that is a surname with a reading of its own: its syllables.
QStringList surnameReading(const QString &text)
{
    QStringList best;
    qsizetype length = 0;
    for (const Sounds &surname : surnames) {
        const QString name = QString::fromUtf16(surname.text);
        if (name.size() > length && text.startsWith(name)) {
            best = QString::fromUtf16(surname.letters).split(u' ');
            length = name.size();
        }
    }
    return best;
}

void addUnit(std::vector<Reading> &all, const QStringList &alternatives)
{
    const size_t before = all.size();
    for (qsizetype i = 1; i < alternatives.size(); ++i)
        for (size_t r = 0; r < before && all.size() < mostReadings; ++r) {
            all.push_back(all[r]);
            all.back().push_back(alternatives[i]);
        }
    for (size_t r = 0; r < before; ++r)
        all[r].push_back(alternatives.first());
}

} // namespace

std::vector<Reading> readings(const QString &text)
{
    std::vector<Reading> all(1);
    const QStringList surname = surnameReading(text);
    bool any = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        if (isHan(c)) {
            any = true;
            QStringList alternatives = dictionary().of(text.mid(i, pair ? 2 : 1));
            if (i < surname.size()) {
                alternatives.removeAll(surname[i]);
                alternatives.prepend(surname[i]);
            }
            addUnit(all, alternatives);
            if (pair)
                addUnit(all, {QString()});
            i += pair;
        } else {
            addUnit(all, {text[i].isLetterOrNumber() ? QString(text[i].toLower()) : QString()});
        }
    }
    return any ? all : std::vector<Reading>();
}

QString fullLetters(const Reading &reading)
{
    QString letters;
    for (const QString &unit : reading)
        letters += unit;
    return letters;
}

QString initialLetters(const Reading &reading)
{
    QString letters;
    bool inWord = false; // of letters that are read as they stand: the first one is enough
    for (const QString &unit : reading) {
        if (!unit.isEmpty() && !(inWord && unit.size() == 1))
            letters += unit.front();
        inWord = unit.size() == 1;
    }
    return letters;
}

} // namespace tenantry::directory
