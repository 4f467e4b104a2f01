#include "auth/common_passwords.hpp"

#include <array>

namespace palette::auth {

namespace {

// From lists of leaked passwords that everyone knows; the ones below eight characters are refused
// for their length.
// clang-format off
constexpr auto all = std::to_array<std::string_view>({
    "!qaz2wsx", "00000000", "000000000", "0000000000", "01234567", "012345678", "0123456789",
    "10101010", "11111111", "111111111", "1111111111", "11112222", "11223344", "1122334455",
    "112233445566", "12121212", "121212121212", "123123123", "123123123123", "123321123",
    "123321123321", "12332145", "12341234", "12344321", "1234512345", "123454321", "1234554321",
    "12345600", "123456123", "123456123456", "12345678", "123456789", "1234567890", "1234567891",
    "12345678910", "123456789a", "123456789abc", "123456789q", "12345678a", "12345678q", "12345679",
    "123456aa", "123456abc", "123456qwerty", "12345qwert", "1234abcd", "1234qwer", "123698745",
    "123abc123", "123qwe123", "123qweasd", "13131313", "13579246", "14725836", "147258369",
    "147852369", "14789632", "159357258", "159753456", "19841984", "1q2w3e4r", "1q2w3e4r5t",
    "1q2w3e4r5t6y", "1qaz!qaz", "1qaz2wsx", "1qaz2wsx3edc", "1qazxsw2", "20202020", "22222222",
    "31415926", "31415927", "33333333", "44444444", "55555555", "66666666", "69696969", "741852963",
    "77777777", "789456123", "789456123a", "87654321", "88888888", "888888888", "963852741",
    "98765432", "987654321", "9876543210", "99999999", "999999999", "a1234567", "a12345678",
    "a123456789", "a1b2c3d4", "a1b2c3d4e5", "aa123456", "aa12345678", "aa123456789", "aaa11111",
    "aaaa1111", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaaaa", "abc12345", "abc123456", "abc123456789",
    "abc123abc", "abcabcabc", "abcd1234", "abcd12345", "abcdefgh", "abcdefghi", "abcdefghij",
    "access123", "access14", "admin123", "admin1234", "admin12345", "admin123456", "admin@123",
    "adminadmin", "administrator", "alexander", "alexandra", "andrew123", "anything", "arsenal1",
    "as123456", "asd123456", "asdasdasd", "asdf1234", "asdfasdf", "asdfghjk", "asdfghjkl",
    "asdfqwer", "ashley123", "asshole1", "australia", "autumn123", "autumn2023", "azerty123",
    "azertyui", "azertyuiop", "babygirl", "babygirl1", "babygirl12", "barcelona", "barcelona1",
    "baseball", "baseball1", "basketball", "basketball1", "batman123", "benjamin", "blessed1",
    "blessing", "brooklyn", "bubbles1", "bullshit", "butterfly", "butterfly1", "butterfly2",
    "california", "carolina", "changeme", "changeme1", "changeme123", "charlie1", "charlie123",
    "charlotte", "cheesecake", "chelsea1", "chocolate", "chocolate1", "christian", "christopher",
    "computer", "computer1", "cookie123", "corvette", "cowboys1", "daniel123", "danielle",
    "danielle1", "database", "december", "default1", "dolphin1", "dolphins", "dragon12",
    "dragon123", "dragonball", "dragonfly", "elephant", "elizabeth", "facebook", "facebook1",
    "ferrari1", "football", "football1", "football12", "forever1", "fortnite", "fortnite1",
    "freedom1", "freedom123", "friday123", "friday13", "fuckyou1", "fuckyou123", "fuckyou2",
    "gangsta1", "gangster", "goodluck", "google123", "greenday", "guest123", "hello123",
    "hello1234", "hello12345", "hellohello", "hellokitty", "helloworld", "hockey123", "hunter123",
    "ilovegod", "iloveher", "iloveme1", "iloveyou", "iloveyou!", "iloveyou1", "iloveyou12",
    "iloveyou123", "iloveyou2", "iloveyou3", "internet", "internet1", "ironman123", "isabella",
    "january1", "jasmine1", "jennifer", "jennifer1", "jessica1", "jesus123", "jesus777",
    "jesuschrist", "jonathan", "jordan123", "jordan23", "juventus", "killer12", "killer123",
    "kimberly", "lakers24", "letitbe1", "letmein!", "letmein1", "letmein123", "letmeinnow",
    "linkedin", "linkedin1", "linkedin123", "liverpool", "liverpool1", "login123", "london123",
    "lovelove", "lovely123", "loveme123", "lovers123", "loveyou1", "manchester", "manutd123",
    "margaret", "marlboro", "master123", "masterkey", "matrix123", "maverick", "maverick1",
    "mercedes", "mercedes1", "metallica", "metallica1", "michael1", "michael123", "michelle",
    "michelle1", "microsoft", "midnight", "midnight1", "minecraft", "minecraft1", "monday123",
    "monkey12", "monkey123", "mountain", "mustang1", "mypassword", "myspace1", "mysql123",
    "newpassword", "nicholas", "nintendo", "nirvana1", "nothing1", "november", "november1",
    "oracle123", "p@ssw0rd", "p@ssw0rd1", "p@ssw0rd123", "p@ssword", "pa$$word", "pa55word",
    "panther1", "panthers", "passpass", "passphrase", "passw0rd", "passw0rd1", "passw0rd123",
    "password", "password!", "password01", "password1", "password1!", "password12", "password123",
    "password1234", "password12345", "password2", "password2020", "password2021", "password2022",
    "password2023", "password2024", "password2025", "password3", "password@123", "passwordpassword",
    "patricia", "patrick1", "peaches1", "phoenix1", "pikachu1", "playstation", "pokemon1",
    "pokemon123", "porsche911", "precious", "precious1", "princess", "princess1", "princess12",
    "pumpkin1", "q1234567", "q1w2e3r4", "q1w2e3r4t5", "q1w2e3r4t5y6", "qazqazqaz", "qazwsx123",
    "qazwsxedc", "qazwsxedcrfv", "qqqqqqqq", "qwe123456", "qwe123qwe", "qweasd123", "qweasdzxc",
    "qweqweqwe", "qwer1234", "qwerasdf", "qwert123", "qwert12345", "qwerty1!", "qwerty12",
    "qwerty123", "qwerty1234", "qwerty12345", "qwerty123456", "qwerty789", "qwertyqwerty",
    "qwertyui", "qwertyuiop", "qwertz123", "qwertzui", "qwertzuiop", "realmadrid", "redskins",
    "richard1", "robert123", "roblox123", "rockstar", "rockstar1", "rockyou1", "root1234",
    "rootroot", "samantha", "samantha1", "samsung1", "samsung123", "scorpion", "scorpion1",
    "secret12", "secret123", "secretpassword", "september", "september1", "shadow123", "slipknot",
    "slipknot1", "snickers", "snoopy123", "snowball", "snowflake", "soccer123", "softball",
    "something", "spiderman", "spiderman1", "spring2023", "spring2024", "starwars", "starwars1",
    "steelers", "stephanie", "strawberry", "summer123", "summer2020", "summer2021", "summer2022",
    "summer2023", "summer2024", "sunshine", "sunshine1", "superman", "superman1", "sweetheart",
    "sweetpea", "swordfish", "temp1234", "temporary", "test1234", "test12345", "testing1",
    "testing123", "testtest", "thepassword", "thomas123", "tigger123", "tinkerbell", "tinkerbelle",
    "toor1234", "trustno1", "user1234", "veronica", "victoria", "victoria1", "welcome!", "welcome1",
    "welcome12", "welcome123", "welcome1234", "welcome2", "welcome@123", "whatever", "whatever1",
    "william1", "william123", "windows1", "windows10", "winter123", "winter2020", "winter2021",
    "winter2022", "winter2023", "winter2024", "xxxxxxxx", "yamaha123", "yankees1", "z1234567",
    "zaq12wsx", "zaq1xsw2", "zaq1zaq1", "zxcasdqwe", "zxcvbnm,", "zxcvbnm1", "zxcvbnm123",
    "zxcvzxcv", "zzzzzzzz"});
// clang-format on

}  // namespace

std::span<const std::string_view> common_passwords() {
    return all;
}

}  // namespace palette::auth
